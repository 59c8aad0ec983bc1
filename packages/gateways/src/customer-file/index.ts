export { MOST_BYTES, parseCustomerFile } from './parse.ts';
export { writeCustomerFile } from './write.ts';
