using HyperVLab.Engine.Hosts;

namespace HyperVLab.Engine.Compute.Integration;

/// <summary>What there is to know of an integration service.</summary>
/// <param name="Kind">Which it is.</param>
/// <param name="Name">What Get-VMIntegrationService calls it.</param>
/// <param name="Id">The last part of its device's identifier, the same on every machine.</param>
/// <param name="ChannelName">What Linux' lsvmbus calls its channel.</param>
/// <param name="InterfaceType">The kind of its channel.</param>
/// <param name="InterfaceInstance">Its channel's device, the same on every machine.</param>
/// <param name="Suffix">What its service in a Windows guest is called after vmic.</param>
/// <param name="Since">The release of the host from which on there is one.</param>
internal sealed record IntegrationServiceType(
    IntegrationServiceKind Kind,
    string Name,
    Guid Id,
    string ChannelName,
    Guid InterfaceType,
    Guid InterfaceInstance,
    string Suffix,
    WindowsVersion Since = WindowsVersion.W2008);
