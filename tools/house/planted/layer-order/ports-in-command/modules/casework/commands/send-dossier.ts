import { Post } from '../ports.ts'

export const post = Post
