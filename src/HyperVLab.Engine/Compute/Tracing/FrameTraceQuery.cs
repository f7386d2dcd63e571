using HyperVLab.Engine.Compute.Load;
using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Networking;
using HyperVLab.Simulation;

namespace HyperVLab.Engine.Compute.Tracing;

/// <summary>
/// Asks by which way a frame of a virtual machine would go now, hop by hop. Nothing is sent: no switch learns of it and
/// no port counts it.
/// </summary>
public sealed record FrameTraceQuery : LabQuery<IOTraceView>
{
    private const int LeastBytes = 64;
    private const int MostBytes = 9014;

    /// <summary>The virtual machine.</summary>
    public required Key<VirtualMachine> VM { get; init; }

    /// <summary>The network adapter by name; null for the one by which the guest talks.</summary>
    public string? AdapterName { get; init; }

    /// <summary>For whom it is: a virtual machine or computer by name, an IP address or a MAC address.</summary>
    public required string To { get; init; }

    /// <summary>How long it is.</summary>
    public int Bytes { get; init; } = LoadSettings.FrameBytes;

    /// <summary>What it carries.</summary>
    public FrameKind FrameKind { get; init; }

    /// <summary>Whose it says that it is; null for the adapter's own.</summary>
    public string? SourceMacAddress { get; init; }

    /// <inheritdoc/>
    internal override IOTraceView Answer(LabState lab)
    {
        VirtualMachine vm = VMQueries.Require(lab, VM);
        if (Bytes is < LeastBytes or > MostBytes)
        {
            throw TraceErrors.FrameNotPossible.For(vm.Name);
        }

        if (SourceMacAddress is { } source && MacAddressRange.Normalise(source) is null)
        {
            throw DeviceErrors.MacNotUsable.For(source, source);
        }

        VMNetworkAdapter? adapter = AdapterName is null
            ? GuestNetwork.FirstWorking(lab, vm) ?? VMQueries.AdaptersOf(lab, vm).FirstOrDefault()
            : VMQueries.AdaptersOf(lab, vm).FirstOrDefault(
                one => string.Equals(one.Name, AdapterName, StringComparison.OrdinalIgnoreCase));
        return FrameTracer.Trace(lab, adapter ?? throw TraceErrors.NoAdapter.For(vm.Name, vm.Name), this);
    }
}
