/** The workflows' names, under which an engine knows them. */
export const ENABLE_CLOUD_SOFTPHONE = 'enableCloudSoftphone';
export const SYNCHRONIZE_MESSAGING = 'synchronizeMessaging';
export const WRITE_TO_ACROBITS = 'writeToAcrobits';
