namespace HyperVLab.Engine.Compute;

/// <summary>What hosts write into their logs about virtual machines, with the real logs' names.</summary>
internal static class VMLog
{
    /// <summary>The log of the processes in which machines run.</summary>
    public const string Worker = "Hyper-V-Worker";

    /// <summary>The log of the management service.</summary>
    public const string Management = "Hyper-V-VMMS";

    /// <summary>Writes a line about a machine.</summary>
    public static void Worked(LabState lab, VirtualMachine vm, string what) =>
        lab.Write(
            LogLevel.Information,
            Worker,
            lab.NameOf(vm.Computer),
            $"'{vm.Name}' {what} (Virtual machine ID {vm.Id})");
}
