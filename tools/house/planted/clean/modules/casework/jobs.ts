import { receiveDossier } from './contract.ts'

export const jobs = [{ name: 'remind', runs: receiveDossier, at: Date.now }]
