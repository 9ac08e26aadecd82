import { jobs } from './jobs.ts'
import { Desk } from './pages/desk.tsx'

export const module = { jobs, pages: [Desk] }
