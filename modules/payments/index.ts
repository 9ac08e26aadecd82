export {
  reckonFee,
  type FeeCase,
  type FeeFault,
  type FeeLine,
  type FeeReckoning,
  type FeeRule,
} from './domain/fee-rule.ts'
export { tariffsFor } from './queries/tariff.ts'
