package io.demarche.consumer.alertmanager;

import java.time.Duration;

/**
 * How long things hold.
 *
 * @param resend after that long, what fires is told again
 * @param hold after that long without hearing of it, Alertmanager takes an alert for over
 */
public record AlertmanagerTimes(Duration resend, Duration hold) {}
