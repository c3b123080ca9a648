package io.demarche.streams.state;

import io.demarche.avro.AnalystVerdict;
import io.demarche.avro.BilateralTension;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;
import io.demarche.avro.EventMention;

/**
 * The codecs of the records that the stores hold.
 *
 * @param forms what those that are announced are stored as
 */
public record RecordCodecs(
        RecordCodec<EventMention> mentions,
        RecordCodec<DiplomaticEvent> events,
        RecordCodec<BilateralTension> tension,
        RecordCodec<EscalationAlert> alerts,
        RecordCodec<AnalystVerdict> verdicts,
        StoredForms forms) {}
