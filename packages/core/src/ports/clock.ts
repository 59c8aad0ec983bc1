/** Time comes from here, so that seven days are tested in milliseconds. */
export interface Clock {
  now(): Date;
}
