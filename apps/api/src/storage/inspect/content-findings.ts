/** What in a file could act, by code (javascript, launch, embedded-executable, appended-data …), and whether it is locked. */
export interface ContentFindings {
  activeContent: string[];
  isEncrypted: boolean;
}
