/** Role | German | English | the tenses, or the traits of the verbs, that it goes with. The commonest of each role come first. */
export const adverbials = `
  time | heute | today | present past future
  frequency | oft | often | present past
  manner | langsam | slowly | slow
  time | gestern | yesterday | past
  frequency | immer | always | present past
  time | morgen | tomorrow | future
  time | am_abend | in_the_evening | present past
  manner | leise | quietly | audible
  frequency | manchmal | sometimes | present past
  time | jeden_tag | every_day | present past
  manner | schnell | quickly | slow
  time | bald | soon | future
  time | am_sonntag | on_sunday | past future
  frequency | nie | never | present past
  time | im_sommer | in_summer | present past
  manner | vorsichtig | carefully | careful
  time | letzte_woche | last_week | past
  frequency | selten | rarely | present past
  time | am_morgen | in_the_morning | present past
  manner | laut | loudly | audible
  manner | allein | alone | careful cheerful
  time | im_winter | in_winter | present past
  time | nachts | at_night | present past
  frequency | meistens | usually | present
  time | nächste_woche | next_week | future
  manner | fröhlich | cheerfully | cheerful`;
