export const luck = () => Math.random()
