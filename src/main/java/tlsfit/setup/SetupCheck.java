package tlsfit.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tlsfit.model.Parameter;
import tlsfit.result.Refusal;
import tlsfit.result.RefusalCode;

/** The check of a {@link FitSetup}: the one place where its parts are compared with each other. */
final class SetupCheck {
  private SetupCheck() {}

  /** All that is wrong, parts first. */
  static List<Refusal> objections(FitSetup setup) {
    Constraints constraints = setup.constraints();
    List<Refusal> found = new ArrayList<>(constraints.objections());
    if (setup.relaxationOrDefault() == Relaxation.OFF) {
      for (String setting : constraints.settingsOf(Parameter.RELAXATION_TIME)) {
        found.add(Refusal.of(RefusalCode.RELAXATION_TIME_WITHOUT_RELAXATION, setting));
      }
    }
    for (Parameter parameter : Parameter.values()) {
      if (!setup.distribution().has(parameter, constraints)) {
        for (String setting : constraints.settingsOf(parameter)) {
          found.add(Refusal.of(RefusalCode.PARAMETER_NOT_IN_MODEL, parameter.key(), setting));
        }
      }
    }
    Set<Parameter> parameters = setup.parameters();
    if (constraints.fixed().keySet().containsAll(parameters)) {
      found.add(Refusal.of(RefusalCode.ALL_FIXED));
    }
    found.addAll(setup.distribution().objections(constraints));
    found.addAll(setup.intervals().objections());
    return found;
  }
}
