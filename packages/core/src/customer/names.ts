/** The workflow that applies a customer's plan. */
export const APPLY_CUSTOMER = 'applyCustomer';
