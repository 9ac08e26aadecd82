export const Post = 'post'
