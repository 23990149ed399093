/**
 * The messages in Spanish, as a utility in California writes to its customers: formally. Text messages do without á, í, ó
 * and ú, which are not in the seven-bit alphabet of GSM: one of them would let a message be sent in twice as many parts.
 * It has é, ñ, ü and ¿.
 */
import type { ScopeName } from '../vocabulary/index.ts';
import type { CodeMessageParts, Message, MessageParts } from './message.ts';
import { durationIn, originBoundLines } from './message-parts.ts';

/** What each scope allows, as it follows the words "permiso para". */
const scopeWords: Readonly<Record<ScopeName, string>> = {
  usageRead: 'ver el consumo de electricidad de su cuenta de los 12 meses anteriores, hora por hora',
  usageSummary: 'ver el consumo de electricidad de su cuenta de los 12 meses anteriores, mes por mes',
};

const permission = (names: readonly ScopeName[]): string => names.map((name) => scopeWords[name]).join(' y ');

/** The message that carries a passcode. */
export function spanishCodeMessage(parts: CodeMessageParts): Message {
  const { code, bindingMessage } = parts;
  const asks = `${parts.clientName} pide permiso a ${parts.utilityName} para ${permission(parts.scopes)}.`;
  const life = inSpanish(parts.lifeSeconds);
  const subject = `Su clave para ${parts.clientName}`;
  switch (parts.method) {
    case 'sms': {
      const lines = [
        `${asks} Si acepta, escriba la clave ${code} en esa pantalla; vence en ${life}. Palabras en la pantalla: "${bindingMessage}".`,
        'No le diga esta clave a nadie que le llame. ¿No fue usted? Responda NO.',
      ];
      return { subject, text: [...lines, ...originBoundLines(parts)].join('\n') };
    }
    case 'voice': {
      const spoken = [...code].join(', ');
      return {
        subject,
        text: [
          `Le llamamos de ${parts.utilityName}. ${asks}`,
          `Si está de acuerdo, escriba en la pantalla esta clave, que vence en ${life}: ${spoken}. Se la repetimos: ${spoken}.`,
          `En la pantalla deben aparecer estas palabras: ${bindingMessage}.`,
          'No le diga esta clave a nadie que le llame. Si usted no pidió esto, oprima el 9.',
        ].join('\n'),
      };
    }
    case 'email':
    case 'postal':
      return {
        subject,
        text: [
          asks,
          '',
          parts.method === 'email'
            ? `Si está de acuerdo, escriba ahí esta clave, que vence en ${life}:`
            : `Si está de acuerdo, escriba ahí esta clave, que vence a los ${life} de la fecha de esta carta:`,
          '',
          `    ${code}`,
          '',
          `En la pantalla deben aparecer las palabras "${bindingMessage}". Si aparecen otras, no escriba la clave.`,
          'No le diga esta clave a nadie por teléfono.',
          '',
          `Si usted no pidió esto, avísenos aquí: ${parts.denialUrl}`,
          '',
          parts.utilityName,
        ].join('\n'),
      };
  }
}

/** The notice that goes to the other contacts after a grant. */
export function spanishGrantNotice(parts: MessageParts): Message {
  const subject = `${parts.clientName} recibió acceso`;
  const said = `${parts.utilityName} permite a ${parts.clientName} ${permission(parts.scopes)}. Se hizo con una clave que enviamos a otro contacto de su cuenta.`;
  switch (parts.method) {
    case 'sms':
      return { subject, text: `${said} ¿No fue usted? Responda NO.` };
    case 'voice':
      return { subject, text: `Le llamamos de ${parts.utilityName}. ${said} Si no fue usted, oprima el 9.` };
    case 'email':
    case 'postal':
      return {
        subject,
        text: [said, '', `Si no fue usted, avísenos aquí: ${parts.denialUrl}`, '', parts.utilityName].join('\n'),
      };
  }
}

/** A duration as people say it, rounded down to whole units. */
export const inSpanish = (seconds: number): string =>
  durationIn({ day: 'día', hour: 'hora', minute: 'minuto', second: 'segundo', less: 'un momento' }, seconds);
