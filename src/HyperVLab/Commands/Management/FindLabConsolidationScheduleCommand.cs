using System.Management.Automation;
using HyperVLab.Engine.Management.Consolidation;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Finds in which night which server of a capacity plan can become a virtual machine.</summary>
/// <remarks>
/// Servers of an application move in one night, domain controllers of a segment each in their own, and what matters
/// least moves first: the first night is a pilot. Conversions share the uplinks of their segments and the hosts they go
/// to, and none ends after its window. There is no night from Sunday to Monday. Nothing is put into a lab. This cmdlet
/// has no counterpart in the real modules.
/// </remarks>
/// <example>
/// <code>Get-LabServerInventory | Find-LabConsolidationPlan | Find-LabConsolidationSchedule</code>
/// Lists the nights in which a thousand servers move.
/// </example>
/// <example>
/// <code>(Find-LabConsolidationSchedule $plan -LinkSpeedMbps 10000 -MaximumCount 200)[0].Conversion</code>
/// Lists what moves in the first night where uplinks are fast.
/// </example>
[Cmdlet(VerbsCommon.Find, "LabConsolidationSchedule")]
[OutputType(typeof(ConversionWave))]
public sealed class FindLabConsolidationScheduleCommand : GuardedCmdlet
{
    private static readonly ScheduleSettings s_usual = new();

    /// <summary>The plan, as Find-LabConsolidationPlan writes it.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNull]
    public CapacityPlan Plan { get; set; } = null!;

    /// <summary>The weekday on whose evening the first night begins. Without it, Monday.</summary>
    [Parameter]
    public DayOfWeek FirstWeekday { get; set; } = DayOfWeek.Monday;

    /// <summary>The hour of the evening at which nights begin. Without it, 22.</summary>
    [Parameter]
    public int BeginHour { get; set; } = s_usual.BeginHour;

    /// <summary>Hours of a night before a working day. Without it, 7; nights before free days have 10.</summary>
    [Parameter]
    public int WorkNightHours { get; set; } = s_usual.WorkNightHours;

    /// <summary>The speed of a segment's uplink in Mbit/s. Without it, 1000.</summary>
    [Parameter]
    public int LinkSpeedMbps { get; set; } = s_usual.LinkMegabits;

    /// <summary>The most conversions of a night. Without it, 80.</summary>
    [Parameter]
    public int MaximumCount { get; set; } = s_usual.MaxPerNight;

    /// <summary>The most conversions of the first night; 0 for as many as of any other. Without it, 20.</summary>
    [Parameter]
    public int PilotCount { get; set; } = s_usual.PilotCount;

    /// <inheritdoc/>
    private protected override void Process()
    {
        var settings = new ScheduleSettings
        {
            FirstWeekday = ((int)FirstWeekday + 6) % 7,
            BeginHour = BeginHour,
            WorkNightHours = WorkNightHours,
            LinkMegabits = LinkSpeedMbps,
            MaxPerNight = MaximumCount,
            PilotCount = Math.Min(PilotCount, MaximumCount),
        };
        foreach (ConsolidationWave wave in ConsolidationScheduler.Schedule(Plan.Plan, settings))
        {
            WriteObject(new ConversionWave(wave));
        }
    }
}
