package io.demarche.tension;

import io.demarche.avro.AlertStatus;
import io.demarche.avro.DiplomaticEvent;
import io.demarche.avro.EscalationAlert;

/**
 * Copies of records under another status or revision. Field by field and shallow: the generated builders copy deeply and
 * look classes up by name for it, which costs time and asks for them to be declared first.
 */
final class Restamped {
    private Restamped() {}

    static EscalationAlert of(EscalationAlert alert, AlertStatus status, int revision) {
        return EscalationAlert.newBuilder()
                .setAlertId(alert.getAlertId())
                .setDyad(alert.getDyad())
                .setLevel(alert.getLevel())
                .setPreviousLevel(alert.getPreviousLevel())
                .setEpisodeStart(alert.getEpisodeStart())
                .setFiredOn(alert.getFiredOn())
                .setStatus(status)
                .setRule(alert.getRule())
                .setHeadline(alert.getHeadline())
                .setWhy(alert.getWhy())
                .setEvents(alert.getEvents())
                .setReciprocityChain(alert.getReciprocityChain())
                .setConfidence(alert.getConfidence())
                .setAsOf(alert.getAsOf())
                .setRevision(revision)
                .setRulesetVersion(alert.getRulesetVersion())
                .build();
    }

    static DiplomaticEvent of(DiplomaticEvent event, int revision) {
        return DiplomaticEvent.newBuilder()
                .setEventId(event.getEventId())
                .setDyad(event.getDyad())
                .setEventType(event.getEventType())
                .setCameoCode(event.getCameoCode())
                .setSource(event.getSource())
                .setTarget(event.getTarget())
                .setEventDate(event.getEventDate())
                .setDateBasis(event.getDateBasis())
                .setDatePrecision(event.getDatePrecision())
                .setCount(event.getCount())
                .setCounted(event.getCounted())
                .setDeadlineHours(event.getDeadlineHours())
                .setStatedReason(event.getStatedReason())
                .setReciprocal(event.getReciprocal())
                .setReciprocityCue(event.getReciprocityCue())
                .setModality(event.getModality())
                .setAttributedTo(event.getAttributedTo())
                .setGoldstein(event.getGoldstein())
                .setPublishers(event.getPublishers())
                .setMentions(event.getMentions())
                .setConfidence(event.getConfidence())
                .setEvidence(event.getEvidence())
                .setInResponseTo(event.getInResponseTo())
                .setLagDays(event.getLagDays())
                .setLinkBasis(event.getLinkBasis())
                .setLinkConfidence(event.getLinkConfidence())
                .setHistorical(event.getHistorical())
                .setFirstReportedAt(event.getFirstReportedAt())
                .setLastReportedAt(event.getLastReportedAt())
                .setRevision(revision)
                .build();
    }
}
