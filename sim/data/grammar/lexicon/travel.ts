import type { TopicTable } from "../parse-lexicon.ts";

export const travel: TopicTable = {
  topic: "travel",
  nouns: `
    der zug züge | train | vehicle train bookable @in/on
    der tourist touristen weak | tourist | person traveller
    die stadt städte | city | place sight @in/in >in/into
    der koffer koffer | suitcase | thing luggage portable own
    der fahrer fahrer | driver | person driver of:bus
    der bahnhof bahnhöfe | station | place @an/at >zu/to
    der bus busse gen:busses | bus | vehicle train bus @in/on
    das hotel hotels | hotel | place building bookable @in/in >in/into of
    die reise reisen | journey | event bookable
    das flugzeug flugzeuge | plane | vehicle plane repairable @in/on
    die fahrkarte fahrkarten | ticket | thing portable ticket own
    das auto autos | car | vehicle car bus repairable own
    der passagier passagiere | passenger | person traveller
    das museum museen | museum | place building sight @in/in >in/into of
    die straße straßen | street | road @auf/in
    der flughafen flughäfen | airport | place @an/at >zu/to
    die karte karten | map | thing portable own
    das gepäck - | luggage | luggage
    der pilot piloten weak | pilot | person driver of:plane
    die grenze grenzen | border | road @an/at >zu/to
    das fahrrad fahrräder | bicycle | vehicle repairable own
    der pass pässe | passport | thing portable ticket own
    das land länder | country | sight`,
  verbs: `
    reisen reist gereist s | travel travelled | person | motion cheerful
    warten wartet gewartet h | wait | person >auf+a:for train plane
    packen packt gepackt h | pack | person > luggage | slow careful
    besuchen besucht besucht h | visit | person > sight | placeless
    verpassen verpasst verpasst h | miss | traveller > train plane | still unwilled
    halten hält gehalten h | stop stopped | train | outdoor
    fahren fährt gefahren s | drive drove | driver person | motion slow careful outdoor
    buchen bucht gebucht h | book | person > bookable
    landen landet gelandet s | land | plane | outdoor
    ab.fahren fährt abgefahren s | depart | train | outdoor
    ein.steigen steigt eingestiegen s | get_on got | traveller
    aus.steigen steigt ausgestiegen s | get_off got | traveller
    lenken lenkt gelenkt h | steer | driver > bus | careful
    überqueren überquert überquert h | cross | person > road | placeless careful
    starten startet gestartet s | take_off took | plane | outdoor
    übernachten übernachtet übernachtet h | spend_the_night spent | person | placed`,
  adjectives: `
    schnell | fast | 2 | vehicle athlete
    fremd | foreign | 2 | sight language
    bequem | comfortable | 0 | vehicle furniture building
    voll | full | 2 | train luggage state`,
};
