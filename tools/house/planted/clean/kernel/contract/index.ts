export type Actor = { id: string }
export type Endpoint = { id: string }
