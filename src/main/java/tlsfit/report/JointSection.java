package tlsfit.report;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tlsfit.result.JointRefit;
import tlsfit.units.DisplayUnit;
import tlsfit.units.NumberText;

/** The joint fit of samples in words. */
final class JointSection {
  private JointSection() {}

  static void add(DocumentBuilder page, JointRefit joint) {
    String names =
        joint.shared().stream().map(JointRefit.Common::name).collect(Collectors.joining(", "));
    page.heading("Joint fit: one " + names + " for " + String.join(", ", joint.samples()));
    TextTable table = new TextTable("lrr");
    table.head("", "value", "interval");
    for (JointRefit.Common common : joint.shared()) {
      DisplayUnit unit = DisplayUnit.of(common.name(), common.unit());
      table.add(
          common.name(),
          unit.withError(common.value(), common.standardError()),
          limit(common.interval().lower(), unit) + " to " + limit(common.interval().upper(), unit));
    }
    page.table(table);
    page.paragraph(
        "With the calibration, each number of it once. Against fits of each sample's own: χ² rises"
            + " by "
            + NumberText.significant(joint.chiSquare() - joint.separateChiSquare(), 4)
            + " with "
            + NumberText.count(joint.degreesOfFreedom(), "degree")
            + " of freedom, p-value "
            + NumberText.probability(joint.pValue())
            + criterion(joint)
            + ".");
  }

  private static String limit(@Nullable Double end, DisplayUnit unit) {
    return end == null ? "open" : unit.text(end, 4);
  }

  private static String criterion(JointRefit joint) {
    @Nullable Double one = joint.aicc();
    @Nullable Double separate = joint.separateAicc();
    return one == null || separate == null
        ? ""
        : "; AICc differs by "
            + NumberText.signed(one - separate, 3)
            + (one < separate ? " in favour of one value" : " against one value");
  }
}
