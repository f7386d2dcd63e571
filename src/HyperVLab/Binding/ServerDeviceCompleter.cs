using System.Collections;
using HyperVLab.Engine.Hosts;

namespace HyperVLab.Binding;

/// <summary>Completes the devices that servers can have.</summary>
public sealed class ServerDeviceCompleter : LabCompleter
{
    /// <inheritdoc/>
    private protected override IEnumerable<string> Names(IDictionary bound) =>
        ServerDevices.All.Select(static device => device.Name);
}
