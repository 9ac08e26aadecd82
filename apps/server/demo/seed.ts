import type { House } from '../app.ts'
export const demoAccounts: readonly { userName: string; password: string; who: string }[] = []
export async function seedDemo(_house: House, _say: (line: string) => void): Promise<boolean> { return false }
