import { createDomainSubscription } from './operations/create-domain-subscription.ts';
import { createSubscription } from './operations/create-subscription.ts';
import { deleteDomainSubscription } from './operations/delete-domain-subscription.ts';
import { deleteMessageSession } from './operations/delete-message-session.ts';
import { deleteSubscription } from './operations/delete-subscription.ts';
import { getMessageSession } from './operations/get-message-session.ts';
import { getSubscription } from './operations/get-subscription.ts';
import { leaveMessageSession } from './operations/leave-message-session.ts';
import { listDomainMessageSessions } from './operations/list-domain-message-sessions.ts';
import { listDomainSubscriptions } from './operations/list-domain-subscriptions.ts';
import { listMessageSessions } from './operations/list-message-sessions.ts';
import { listMessages } from './operations/list-messages.ts';
import { listSubscriptions } from './operations/list-subscriptions.ts';
import { sendMessage } from './operations/send-message.ts';
import { startMessageSession } from './operations/start-message-session.ts';
import { updateDomainSubscription } from './operations/update-domain-subscription.ts';
import { updateMessageSession } from './operations/update-message-session.ts';
import { updateSubscription } from './operations/update-subscription.ts';

/** What users write to each other, and who is told of it. By operationId of the contract. */
export const operationsOfMessages = {
  listSubscriptions,
  createSubscription,
  getSubscription,
  updateSubscription,
  deleteSubscription,
  listDomainSubscriptions,
  createDomainSubscription,
  updateDomainSubscription,
  deleteDomainSubscription,
  listDomainMessageSessions,
  listMessageSessions,
  getMessageSession,
  updateMessageSession,
  deleteMessageSession,
  leaveMessageSession,
  listMessages,
  sendMessage,
  startMessageSession,
};
