import { countPhoneNumbers } from './operations/count-phone-numbers.ts';
import { countPhones } from './operations/count-phones.ts';
import { countUserSmsNumbers } from './operations/count-user-sms-numbers.ts';
import { createDomainPhone } from './operations/create-domain-phone.ts';
import { createPhone } from './operations/create-phone.ts';
import { createPhoneNumber } from './operations/create-phone-number.ts';
import { createSmsNumber } from './operations/create-sms-number.ts';
import { deleteDomainPhone } from './operations/delete-domain-phone.ts';
import { deletePhone } from './operations/delete-phone.ts';
import { deletePhoneNumber } from './operations/delete-phone-number.ts';
import { deleteSmsNumber } from './operations/delete-sms-number.ts';
import { getDomainPhone } from './operations/get-domain-phone.ts';
import { getPhone } from './operations/get-phone.ts';
import { getPhoneNumber } from './operations/get-phone-number.ts';
import { getPhoneServer } from './operations/get-phone-server.ts';
import { listDomainPhoneNumbers } from './operations/list-domain-phone-numbers.ts';
import { listDomainPhones } from './operations/list-domain-phones.ts';
import { listDomainSmsNumbers } from './operations/list-domain-sms-numbers.ts';
import { listPhoneNumbers } from './operations/list-phone-numbers.ts';
import { listPhoneServers } from './operations/list-phone-servers.ts';
import { listPhones } from './operations/list-phones.ts';
import { listSmsNumbers } from './operations/list-sms-numbers.ts';
import { listUserSmsNumbers } from './operations/list-user-sms-numbers.ts';
import { updateDomainPhone } from './operations/update-domain-phone.ts';
import { updateDomainPhoneNumber } from './operations/update-domain-phone-number.ts';
import { updatePhone } from './operations/update-phone.ts';
import { updatePhoneNumber } from './operations/update-phone-number.ts';
import { updateSmsNumber } from './operations/update-sms-number.ts';

/** Hardware phones, phone numbers and message numbers. */
export const operationsOfNumbers = {
  listPhones,
  createPhone,
  updatePhone,
  deletePhone,
  countPhones,
  getPhone,
  listDomainPhones,
  createDomainPhone,
  updateDomainPhone,
  deleteDomainPhone,
  getDomainPhone,
  listPhoneServers,
  getPhoneServer,
  listPhoneNumbers,
  listDomainPhoneNumbers,
  createPhoneNumber,
  updateDomainPhoneNumber,
  countPhoneNumbers,
  getPhoneNumber,
  updatePhoneNumber,
  deletePhoneNumber,
  listSmsNumbers,
  listDomainSmsNumbers,
  createSmsNumber,
  updateSmsNumber,
  deleteSmsNumber,
  listUserSmsNumbers,
  countUserSmsNumbers,
};
