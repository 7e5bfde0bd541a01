import type { TopicTable } from "../parse-lexicon.ts";

export const harbour: TopicTable = {
  topic: "harbour",
  nouns: `
    der hafen häfen | harbour | place @in/in >in/into
    das schiff schiffe | ship | vehicle ship repairable of
    der kapitän kapitäne | captain | person crew of:ship
    der matrose matrosen weak | sailor | person crew
    das boot boote | boat | vehicle ship repairable own
    der fischer fischer | fisherman fishermen | person crew
    der fisch fische | fish fish | animal fish
    die insel inseln | island | place @auf/on >auf/to
    das netz netze | net | thing gear repairable portable
    die welle wellen | wave | wave
    der strand strände | beach | place @an/on >zu/to
    der leuchtturm leuchttürme | lighthouse | building @neben/next_to
    die möwe möwen | gull | animal bird
    der anker anker | anchor | thing gear
    das segel segel | sail | thing gear repairable
    die küste küsten | coast | place @an/on >zu/to
    das seil seile | rope | thing gear portable
    die brücke brücken | bridge | building bridge @auf/on
    der taucher taucher | diver | person crew
    der lotse lotsen weak | pilot | person crew
    der hai haie | shark | animal fish
    die muschel muscheln | mussel | fish`,
  verbs: `
    an.kommen kommt angekommen s | arrive | ship crew | outdoor
    fangen fängt gefangen h | catch caught | crew > fish
    segeln segelt gesegelt s | sail | ship crew | motion slow outdoor
    sinken sinkt gesunken s | sink sank | ship | slow outdoor
    steuern steuert gesteuert h | steer | crew > ship | careful
    beladen belädt beladen h | load | crew > ship | slow careful
    ein.holen holt eingeholt h | haul_in | crew > gear | slow
    ab.legen legt abgelegt h | cast_off cast | ship | slow outdoor
    werfen wirft geworfen h | throw threw | crew > gear
    schwimmen schwimmt geschwommen s | swim swam | person fish | motion slow
    rudern rudert gerudert s | row | crew | motion slow outdoor
    tauchen taucht getaucht h | dive | crew fish | careful`,
  adjectives: `
    salzig | salty | 2 | wave dish
    nass | wet | 2 | gear ship animal state
    hoch/hoh | high | 1 | price wave mountain wall
    mutig | brave | 0 | crew climber player`,
};
