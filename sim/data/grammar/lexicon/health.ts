import type { TopicTable } from "../parse-lexicon.ts";

export const health: TopicTable = {
  topic: "health",
  nouns: `
    die ärztin ärztinnen | doctor | person medic
    der patient patienten weak | patient | person patient
    das krankenhaus krankenhäuser | hospital | place building @in/in >in/to of
    der arzt ärzte | doctor | person medic
    die wunde wunden | wound | wound
    das bein beine | leg | body limb of:patient
    die tablette tabletten | pill | medicine portable
    der zahn zähne | tooth teeth | body of:patient
    die krankenschwester krankenschwestern | nurse | person medic
    der arm arme | arm | body limb of:patient
    das bett betten | bed | thing furniture bed @in/in
    die hand hände | hand | body limb of:patient
    der fuß füße | foot feet | body limb of:patient
    der zahnarzt zahnärzte | dentist | person medic
    die apotheke apotheken | pharmacy | place @in/in >in/into
    der rücken rücken | back | body of:patient
    die medizin - | medicine | medicine
    der finger finger | finger | body limb of:patient
    die krankheit krankheiten | illness illnesses | illness
    das auge augen | eye | body of:patient
    der verband verbände | bandage | thing portable
    das knie knie | knee | body limb of:patient`,
  verbs: `
    untersuchen untersucht untersucht h | examine | medic > patient body | careful
    nehmen nimmt genommen h | take took | patient > medicine
    husten hustet gehustet h | cough | person | audible unwilled
    behandeln behandelt behandelt h | treat | medic > patient wound illness | careful
    schmerzen schmerzt geschmerzt h | hurt hurt | body | still placeless
    ein.schlafen schläft eingeschlafen s | fall_asleep fell | person animal | slow unwilled
    auf.stehen steht aufgestanden s | get_up got | person | slow
    bluten blutet geblutet h | bleed bled | wound limb | still placeless
    pflegen pflegt gepflegt h | nurse | medic > patient
    liegen liegt gelegen h | lie lay | patient | placed
    verbinden verbindet verbunden h | bandage | medic > wound limb | careful
    verschreiben verschreibt verschrieben h | prescribe | medic > medicine
    niesen niest geniest h | sneeze | person | audible unwilled
    impfen impft geimpft h | vaccinate | medic > patient | careful`,
  adjectives: `
    krank | sick | 2 | person animal state
    gesund | healthy | 2 | person animal food
    gebrochen | broken | 2 | limb
    müde | tired | 2 | person animal state`,
};
