/** The names in the kiosk story that the recordings do not hold, because they never travel in a request. */
export const story = {
  /** The recording that the messages belong to. */
  scenario: 'kiosk-story',
  clientName: 'Lighting Aisle Kiosk',
  autofillDomain: 'kiosk.example',
  utilityName: 'Oakfield Power',
  denialUrl: 'https://utility.example/denial#5mQ0Zr2bqkM',
} as const;
