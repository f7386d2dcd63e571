using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Why the steps of a conversion cannot go on.</summary>
internal static class ConversionFailures
{
    /// <summary>The host does not answer, or a disk that was begun is gone.</summary>
    public static StepFailure? Of(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        if (conversion.VM is null)
        {
            return new StepFailure(TemplateErrors.VMGone, conversion.Machine.Name, conversion.Machine.Name);
        }

        return conversion.Disks.FirstOrDefault(static disk => disk.File is null) is { } gone
            ? new StepFailure(
                ConversionErrors.DiskGone, conversion.Machine.Name, gone.Path, lab.NameOf(conversion.Source))
            : Agents.Lost(lab, operation);
    }

    /// <summary>The same, and the server does not answer.</summary>
    public static StepFailure? WithSource(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        VmmServer server = lab.VmmServers[operation.Server];
        string name = lab.NameOf(conversion.Source);
        return Of(lab, operation) ?? (Agents.Answers(lab, server, conversion.Source)
            ? null
            : new StepFailure(ConversionErrors.NotReached, name, name, server.Name));
    }

    /// <summary>The same, and something speaks against converting it.</summary>
    public static StepFailure? WithBlockers(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        return WithSource(lab, operation) ?? BlockerOf(lab, conversion.Source, conversion.IsOffline, conversion.Disks
            .Select(static disk => disk.DeviceId));
    }

    /// <summary>The host has no room for the machine's configuration.</summary>
    public static StepFailure? WithConfiguration(LabState lab, VmmOperation operation)
    {
        if (Of(lab, operation) is { } failure)
        {
            return failure;
        }

        Conversion conversion = Conversions.Of(lab, operation);
        try
        {
            ConversionResult.DemandConfiguration(
                lab, conversion.Machine, lab.VirtualMachines.Find(conversion.VM));
            return null;
        }
        catch (LabException refusal)
        {
            return Of(refusal, conversion.Machine.Name);
        }
    }

    /// <summary>The first thing that keeps a server from being converted; null where nothing does.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="source">The server's computer.</param>
    /// <param name="offline">Whether by way of Windows PE.</param>
    /// <param name="volumes">The letters of the volumes that are converted.</param>
    public static StepFailure? BlockerOf(
        LabState lab, Simulation.Key<PhysicalComputer> source, bool offline, IEnumerable<string> volumes)
    {
        SourceVolume[] chosen = [.. SourceVolume.Of(lab, source).Where(volume => volumes.Contains(volume.DeviceId))];
        return ConversionScan.Run(lab, Servers.Of(lab, source)!, chosen).FirstOrDefault(issue => issue.Blocks(offline))
            is { } issue
                ? new StepFailure(issue.Error, lab.NameOf(source), [.. issue.Arguments])
                : null;
    }

    /// <summary>A refusal as a step's failure.</summary>
    public static StepFailure Of(LabException refusal, string target) =>
        new(refusal.Error, refusal.Target ?? target, [.. refusal.Arguments]);
}
