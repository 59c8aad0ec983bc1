import { countAnswerRules } from './operations/count-answer-rules.ts';
import { countCdrs } from './operations/count-cdrs.ts';
import { countContacts } from './operations/count-contacts.ts';
import { countDevice } from './operations/count-device.ts';
import { countDevices } from './operations/count-devices.ts';
import { countDomainCdrs } from './operations/count-domain-cdrs.ts';
import { countDomainDevices } from './operations/count-domain-devices.ts';
import { countUserCdrs } from './operations/count-user-cdrs.ts';
import { countUsers } from './operations/count-users.ts';
import { createAnswerRule } from './operations/create-answer-rule.ts';
import { createContact } from './operations/create-contact.ts';
import { createDevice } from './operations/create-device.ts';
import { createDomainContact } from './operations/create-domain-contact.ts';
import { createUser } from './operations/create-user.ts';
import { deleteAnswerRule } from './operations/delete-answer-rule.ts';
import { deleteContact } from './operations/delete-contact.ts';
import { deleteDevice } from './operations/delete-device.ts';
import { deleteDomainContact } from './operations/delete-domain-contact.ts';
import { deleteUser } from './operations/delete-user.ts';
import { getAnswerRule } from './operations/get-answer-rule.ts';
import { getContact } from './operations/get-contact.ts';
import { getDevice } from './operations/get-device.ts';
import { getDomainContact } from './operations/get-domain-contact.ts';
import { getMyUser } from './operations/get-my-user.ts';
import { getUser } from './operations/get-user.ts';
import { listAnswerRules } from './operations/list-answer-rules.ts';
import { listCdrs } from './operations/list-cdrs.ts';
import { listContacts } from './operations/list-contacts.ts';
import { listDevices } from './operations/list-devices.ts';
import { listDomainCdrs } from './operations/list-domain-cdrs.ts';
import { listDomainContacts } from './operations/list-domain-contacts.ts';
import { listDomainDevices } from './operations/list-domain-devices.ts';
import { listMyAnswerRules } from './operations/list-my-answer-rules.ts';
import { listMyContacts } from './operations/list-my-contacts.ts';
import { listUserCdrs } from './operations/list-user-cdrs.ts';
import { listUserNames } from './operations/list-user-names.ts';
import { listUsers } from './operations/list-users.ts';
import { reorderAnswerRules } from './operations/reorder-answer-rules.ts';
import { updateAnswerRule } from './operations/update-answer-rule.ts';
import { updateContact } from './operations/update-contact.ts';
import { updateDevice } from './operations/update-device.ts';
import { updateDomainContact } from './operations/update-domain-contact.ts';
import { updateUser } from './operations/update-user.ts';

/** Users, devices, answer rules, contacts and records of calls. */
export const operationsOfUsers = {
  listUsers,
  createUser,
  countUsers,
  listUserNames,
  getUser,
  getMyUser,
  updateUser,
  deleteUser,
  listDevices,
  createDevice,
  countDevices,
  getDevice,
  updateDevice,
  deleteDevice,
  listDomainDevices,
  countDomainDevices,
  countDevice,
  listContacts,
  createContact,
  countContacts,
  getContact,
  updateContact,
  deleteContact,
  listMyContacts,
  listDomainContacts,
  createDomainContact,
  getDomainContact,
  updateDomainContact,
  deleteDomainContact,
  listCdrs,
  countCdrs,
  listDomainCdrs,
  countDomainCdrs,
  listUserCdrs,
  countUserCdrs,
  listAnswerRules,
  createAnswerRule,
  listMyAnswerRules,
  countAnswerRules,
  reorderAnswerRules,
  getAnswerRule,
  updateAnswerRule,
  deleteAnswerRule,
};
