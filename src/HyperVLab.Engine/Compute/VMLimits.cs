using System.Buffers;
using System.Globalization;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Compute;

/// <summary>What settings a virtual machine takes.</summary>
internal static class VMLimits
{
    private const int MaximumNameLength = 100;
    private const int MaximumDelaySeconds = 1_000_000_000;

    private static readonly SearchValues<char> s_refused = SearchValues.Create("*?[]\\/:\"<>|");

    /// <summary>Refuses a name that paths and scripts could not hold.</summary>
    /// <exception cref="LabException">It is such a name.</exception>
    public static void DemandName(string name)
    {
        if (string.IsNullOrWhiteSpace(name)
            || name.Length > MaximumNameLength
            || name.AsSpan().ContainsAny(s_refused)
            || name.Any(char.IsControl))
        {
            throw VMErrors.NameNotUsable.For(name, name);
        }
    }

    /// <summary>Refuses a generation that the host's release does not have.</summary>
    /// <exception cref="LabException">It has not.</exception>
    public static void DemandGeneration(PhysicalComputer computer, int? generation)
    {
        if (generation is null or 1)
        {
            return;
        }

        throw generation != 2
            ? VMErrors.NoSuchGeneration.For(null, Text(generation.Value))
            : computer.Edition!.Version < WindowsVersion.W2012R2
                ? VMErrors.GenerationTooNew.For(computer.Name, computer.Name, computer.Edition.Name)
                : VMErrors.GenerationNotModelled.For(computer.Name);
    }

    /// <summary>Refuses what a host of an earlier release does not do about disks that are gone.</summary>
    /// <exception cref="LabException">It does not, or the time cannot be.</exception>
    public static void DemandCriticalErrorAction(
        PhysicalComputer computer, string name, bool isActionGiven, int? timeoutMinutes)
    {
        if (!isActionGiven && timeoutMinutes is null)
        {
            return;
        }

        if (computer.Edition!.Version < WindowsVersion.W2016)
        {
            throw VMErrors.CriticalActionTooNew.For(name, computer.Name, computer.Edition.Name);
        }

        if (timeoutMinutes is < 1 or > ComputeSettings.MostCriticalErrorTimeoutMinutes)
        {
            throw VMErrors.CriticalTimeoutNotPossible.For(
                name, Text(timeoutMinutes.Value), Text(ComputeSettings.MostCriticalErrorTimeoutMinutes));
        }
    }

    /// <summary>
    /// Refuses memory that no machine on the host can have. Whether it fits now shows when the machine starts.
    /// </summary>
    /// <exception cref="LabException">No machine can.</exception>
    public static void DemandMemory(PhysicalComputer computer, string name, long bytes)
    {
        if (bytes < ComputeSettings.MinimumMemoryBytes
            || bytes > Platforms.LimitsOf(computer).MaxMemoryPerVMBytes
            || bytes % ComputeSettings.MemoryGranularityBytes != 0)
        {
            throw VMErrors.MemoryNotPossible.For(
                name,
                name,
                Text(bytes),
                Text(ComputeSettings.MinimumMemoryBytes >> 20),
                Text(Platforms.LimitsOf(computer).MaxMemoryPerVMBytes >> 20));
        }
    }

    /// <summary>Refuses a number of processors that no machine on the host can have.</summary>
    /// <exception cref="LabException">No machine can.</exception>
    public static void DemandProcessors(PhysicalComputer computer, string name, long count)
    {
        if (count < 1 || count > Platforms.LimitsOf(computer).MaxVirtualProcessorsPerVM)
        {
            throw VMErrors.ProcessorsNotPossible.For(
                name,
                name,
                Text(count),
                Platforms.LimiterOf(computer),
                Text(Platforms.LimitsOf(computer).MaxVirtualProcessorsPerVM));
        }
    }

    /// <summary>Refuses a delay that is negative or longer than the real system takes.</summary>
    /// <exception cref="LabException">It is.</exception>
    public static void DemandDelay(string name, int? seconds)
    {
        if (seconds is < 0 or > MaximumDelaySeconds)
        {
            throw VMErrors.DelayNotPossible.For(name, Text(seconds.Value));
        }
    }

    /// <summary>Refuses unless a machine is off.</summary>
    /// <param name="vm">The machine.</param>
    /// <param name="what">What is to be changed, as the message's subject.</param>
    /// <exception cref="LabException">It is not.</exception>
    public static void DemandOff(VirtualMachine vm, string what)
    {
        if (vm.State != VMState.Off)
        {
            throw VMErrors.MustBeOff.For(vm.Name, vm.Name, vm.State.ToString(), what);
        }

        if (vm.Business is { } business)
        {
            throw VMErrors.Busy.For(vm.Name, vm.Name, business);
        }
    }

    /// <summary>A number as messages write it.</summary>
    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
