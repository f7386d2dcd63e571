using System.Management.Automation;
using HyperVLab.Engine.Proof;
using HyperVLab.Objects;
using HyperVLab.Session;

namespace HyperVLab.Commands.Proof;

/// <summary>
/// Tests a lab for what must hold between any two events: a virtual machine runs on one host, a virtual hard disk has
/// one writer, a volume one owner, only a side with quorum hosts, nobody gives more than there is, and whatever goes on
/// ends.
/// </summary>
/// <remarks>
/// It tests the model and not your runbook: a violation is a defect of HyperVLab, and Export-LabJournal shows how it
/// came about. With -AfterEveryEvent the lab is tested after every event and request from then on; Test-Lab then also
/// writes what was seen on the way. That costs time and changes nothing else.
/// </remarks>
/// <example>
/// <code>Test-Lab</code>
/// Tests the current lab as it is now.
/// </example>
/// <example>
/// <code>Test-Lab -AfterEveryEvent; Step-LabClock -Seconds 3600; Test-Lab | Where-Object IsViolated</code>
/// Tests an hour of a lab event by event, and writes what did not hold.
/// </example>
[Cmdlet(VerbsDiagnostic.Test, "Lab")]
[OutputType(typeof(LabTestResult))]
public sealed class TestLabCommand : LabCmdlet
{
    /// <summary>
    /// Tests after every event and request from now on, or with $false no more. What was seen is then forgotten.
    /// </summary>
    [Parameter]
    public SwitchParameter AfterEveryEvent { get; set; }

    /// <inheritdoc/>
    private protected override void Process()
    {
        LabHandle handle = Handle;
        if (MyInvocation.BoundParameters.ContainsKey(nameof(AfterEveryEvent)))
        {
            handle.Lab.All().IsProved = AfterEveryEvent;
        }

        IReadOnlyList<SeenViolation> now =
        [
            .. handle.Lab.All().SeenViolations,
            .. handle.Lab.Ask(new InvariantsQuery()).Select(one => new SeenViolation(handle.Lab.Now, one)),
        ];
        foreach (LabInvariant invariant in InvariantsQuery.Invariants)
        {
            Write(handle, invariant, [.. now.Where(seen => seen.Violation.Invariant == invariant)
                .DistinctBy(static seen => seen.Violation)]);
        }
    }

    private void Write(LabHandle handle, LabInvariant invariant, IReadOnlyList<SeenViolation> seen)
    {
        if (seen.Count == 0)
        {
            WriteObject(new LabTestResult(handle.Lab.Name, invariant, handle.Lab.Now, null));
        }

        foreach (SeenViolation one in seen)
        {
            WriteObject(new LabTestResult(handle.Lab.Name, invariant, one.Time, one.Violation));
        }
    }
}
