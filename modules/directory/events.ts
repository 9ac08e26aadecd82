export * from './account/events.ts'
export * from './organisation/events.ts'
