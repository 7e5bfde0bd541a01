import type { TopicTable } from "../parse-lexicon.ts";

export const market: TopicTable = {
  topic: "market",
  nouns: `
    der kunde kunden weak | customer | person buyer
    der markt märkte | market | place @auf/at >auf/to
    der ring ringe | ring | goods gift portable own
    der händler händler | trader | person seller
    das obst - | fruit | food goods fresh
    der preis preise | price | price
    der laden läden | shop | place building shop @in/in >in/into of
    das geld - | money | money
    der korb körbe | basket | thing goods container own
    die verkäuferin verkäuferinnen | saleswoman saleswomen | person seller
    die münze münzen | coin | coin portable
    der stand stände | stall | thing shop @an/at >zu/to
    das geschenk geschenke | present | goods gift portable
    der honig - | honey | food goods
    die rechnung rechnungen | bill | bill
    der bäcker bäcker | baker | person seller cook
    die wurst würste | sausage | food goods fresh
    der teppich teppiche | carpet | thing goods furniture @auf/on
    die kette ketten | necklace | goods gift portable own
    die zwiebel zwiebeln | onion | food goods vegetable
    der sack säcke | sack | thing container
    der besitzer besitzer | owner | person seller of:shop`,
  verbs: `
    kaufen kauft gekauft h | buy bought | person > goods gift
    verkaufen verkauft verkauft h | sell sold | seller >d? buyer > goods
    bezahlen bezahlt bezahlt h | pay paid | buyer > bill seller
    zählen zählt gezählt h | count | seller > money coin | careful
    feilschen feilscht gefeilscht h | haggle | buyer | cheerful
    öffnen öffnet geöffnet h | open | person > shop openable | placeless careful
    aus.geben gibt ausgegeben h | spend spent | buyer > money
    an.bieten bietet angeboten h | offer | seller >d buyer > goods
    ein.packen packt eingepackt h | wrap_up wrapped | seller > goods | slow careful
    wiegen wiegt gewogen h | weigh | seller > food | careful
    schließen schließt geschlossen h | close | seller person > shop openable | placeless careful
    um.tauschen tauscht umgetauscht h | exchange | buyer > gift goods
    füllen füllt gefüllt h | fill | seller > container | slow
    schenken schenkt geschenkt h | give gave | person >d person > gift`,
  adjectives: `
    teuer/teur | expensive | 0 | goods gift sight bookable instrument vehicle
    billig | cheap | 0 | goods gift bookable vehicle
    golden | golden | 4 | gift trophy coin
    ehrlich | honest | 0 | seller person`,
};
