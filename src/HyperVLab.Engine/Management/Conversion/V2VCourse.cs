using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Management;

/// <summary>The steps by which a virtual machine of VMware becomes one of Hyper-V.</summary>
internal static class V2VCourse
{
    /// <summary>The steps.</summary>
    public static IReadOnlyList<CourseStep> Steps { get; } =
    [
        new("Convert VMware virtual machine to virtual machine", 0) { Fails = ConversionFailures.Of },
        new("Collect VMX configuration", 1)
        {
            Duration = static (_, _) => ManagementSettings.HostRefresh,
            Fails = WithSource,
        },
        TransferSteps.Of("Copy hard disk", 1, static (lab, operation) =>
            [.. ConversionCopy.PlansOf(lab, Conversions.Of(lab, operation))]) with
        {
            Fails = ConversionFailures.Of,
        },
        new("Convert hard disk", 1)
        {
            Duration = static (lab, operation) => TransferTime.Of(
                Conversions.Of(lab, operation).Disks.Sum(static disk => disk.CopyBytes),
                ConversionSettings.ConvertedBytesPerSecond),
            Fails = ConversionFailures.Of,
        },
        .. ConversionCourse.Making,
    ];

    private static StepFailure? WithSource(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        VmmServer server = lab.VmmServers[operation.Server];
        string name = lab.NameOf(conversion.Source);
        return ConversionFailures.Of(lab, operation) ?? (Agents.Answers(lab, server, conversion.Source)
            ? null
            : new StepFailure(ErrorOf(lab, conversion.Source), name, name, server.Name));
    }

    /// <summary>What is said of a source that is not reached: a library server, or an ESX host.</summary>
    public static LabError ErrorOf(LabState lab, Key<PhysicalComputer> source) =>
        Platforms.Find(lab.Computers[source]) is { IsManagedByCenter: true }
            ? V2VErrors.HostNotReached
            : V2VErrors.LibraryNotReached;
}
