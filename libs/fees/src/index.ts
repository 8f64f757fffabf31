export { BillClerk, SANDBOX_BILLER_ID } from './bill-clerk';
export { Cashier } from './cashier';
export type { PaymentConfirmation, PaymentOutcome } from './cashier';
export { readBankConfirmation } from './bank-confirmation';
export { BankInquirer } from './bank-inquirer';
export { readBills } from './bills';
export type { SandboxBank } from './bills';
