using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Management;

/// <summary>Copies the volumes of a server: what is in use of them, as it is at one instant.</summary>
internal static class ConversionCopy
{
    /// <summary>Takes down of which instant the copy is.</summary>
    public static void TakeSnapshot(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        conversion.TakeSnapshot(lab.Now, server.WorkAt(lab.Now), server.WorkRate);
    }

    /// <summary>Begins to copy, or goes on; a server that was given back meanwhile boots Windows PE again.</summary>
    public static StepFailure? Begin(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        if (conversion.IsOffline && !(server.IsInPreinstallation && lab.Computers[conversion.Source].IsRunning))
        {
            return ConversionSource.BootPreinstallation(lab, operation);
        }

        if (conversion.SnapshotAt is null)
        {
            if (ConversionFailures.WithSource(lab, operation) is { } failure)
            {
                return failure;
            }

            TakeSnapshot(lab, operation);
        }

        return Transfers.Begin(lab, operation, PlansOf(lab, conversion));
    }

    /// <summary>Whether nothing is left to copy.</summary>
    public static bool IsDone(LabState lab, VmmOperation operation) =>
        Conversions.Of(lab, operation).Wait == ConversionWait.None
        && Transfers.Of(lab, operation).Count > 0 && Transfers.HaveArrived(lab, operation);

    /// <summary>Windows PE runs: the step that booted it ends, or copying goes on.</summary>
    public static void GoOn(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        if (conversion.SnapshotAt is not { } snapshot)
        {
            VmmOperations.EndStep(lab, operation);
            return;
        }

        // Its own operating system has run since, so what was copied is of another instant.
        PhysicalServer server = Servers.Of(lab, conversion.Source)!;
        if (server.RanAt > snapshot)
        {
            Transfers.Forget(lab, operation);
            TakeSnapshot(lab, operation);
        }

        if (Transfers.Begin(lab, operation, PlansOf(lab, conversion)) is { } failure)
        {
            VmmOperations.Fail(lab, operation, failure);
        }
    }

    /// <summary>The server went down while it was copied online: its snapshots are gone.</summary>
    public static void LoseSnapshot(LabState lab, VmmOperation operation)
    {
        Conversion conversion = Conversions.Of(lab, operation);
        if (conversion.SnapshotAt is not null && !conversion.IsMade && Transfers.Of(lab, operation).Count > 0
            && !Transfers.HaveArrived(lab, operation))
        {
            conversion.LoseSnapshot();
            Transfers.Forget(lab, operation);
            string name = lab.NameOf(conversion.Source);
            VmmOperations.Fail(lab, operation, new StepFailure(ConversionErrors.SnapshotLost, name, name));
        }
    }

    /// <summary>Keeps what was copied; a server that runs Windows PE is given back.</summary>
    public static void Halt(LabState lab, VmmOperation operation)
    {
        Transfers.Halt(lab, operation);
        ConversionSource.GiveBack(lab, operation);
    }

    /// <summary>What is sent to the host.</summary>
    public static IEnumerable<TransferPlan> PlansOf(LabState lab, Conversion conversion) =>
        conversion.Disks.Select(disk => new TransferPlan
        {
            Name = $"{lab.NameOf(conversion.Source)} {disk.DeviceId}",
            Source = conversion.Source,
            Target = conversion.Machine.Target,
            Bytes = disk.CopyBytes,
        });
}
