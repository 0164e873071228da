package tlsfit.compare;

import tlsfit.result.CalibrationEffect;

/** The rule by which numbers of the calibration of two samples are one and the same number. */
public sealed interface CalibrationSharing {

  /**
   * Those with the same name in the sample files; of those without, numbers of the line with the
   * same key, value and uncertainty, and in one calibration group all such numbers.
   */
  record ByIdentity() implements CalibrationSharing {
    @Override
    public String key(int sample, String group, String source, CalibrationEffect effect) {
      if (!effect.id().isEmpty()) {
        return effect.name() + "\nid\n" + effect.id();
      }
      if (!group.isEmpty()) {
        return source + "\ngroup\n" + group;
      }
      return effect.ofResonator() ? own(sample, effect) : source;
    }
  }

  /** All with the same key, value and uncertainty. */
  record Shared() implements CalibrationSharing {
    @Override
    public String key(int sample, String group, String source, CalibrationEffect effect) {
      return source;
    }
  }

  /** None. */
  record Independent() implements CalibrationSharing {
    @Override
    public String key(int sample, String group, String source, CalibrationEffect effect) {
      return own(sample, effect);
    }
  }

  /**
   * Those of one name, or of one calibration group, and no others.
   *
   * @param id the name of either
   */
  record ById(String id) implements CalibrationSharing {
    @Override
    public String key(int sample, String group, String source, CalibrationEffect effect) {
      if (effect.id().equals(id)) {
        return effect.name() + "\nid\n" + id;
      }
      return effect.id().isEmpty() && group.equals(id) ? source : own(sample, effect);
    }
  }

  /**
   * What identifies a number: equal for two samples that share it.
   *
   * @param sample number of the sample
   * @param group its calibration group, or empty
   * @param source the number with its value and uncertainty
   * @param effect what it does
   */
  String key(int sample, String group, String source, CalibrationEffect effect);

  private static String own(int sample, CalibrationEffect effect) {
    return effect.name() + "\nsample\n" + sample;
  }
}
