import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { daysBetween } from './dossier.ts'

const title = 'Đếm ngày'
export const looked = [title, readFileSync, fc, daysBetween, Date.now()]
