package io.demarche.consumer.delivery;

import io.demarche.avro.EscalationAlert;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Answers as it is told, and keeps what it took and what it was asked. */
final class ScriptedReceiver implements Receiver {
    private final List<String> taken = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Function<EscalationAlert, Outcome> answer;

    ScriptedReceiver(Function<EscalationAlert, Outcome> answer) {
        this.answer = answer;
    }

    void answer(Function<EscalationAlert, Outcome> next) {
        answer = next;
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public Outcome deliver(EscalationAlert alert) {
        String revision = alert.getAlertId() + alert.getRevision();
        asked.add(revision);
        Outcome outcome = answer.apply(alert);
        if (outcome instanceof Outcome.Taken) {
            taken.add(revision);
        }
        return outcome;
    }

    List<String> taken() {
        return taken;
    }

    List<String> asked() {
        return asked;
    }

    @Override
    public void abort() {}

    @Override
    public void close() {}
}
