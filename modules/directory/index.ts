export { actorOf } from './account/queries/actor.ts'
