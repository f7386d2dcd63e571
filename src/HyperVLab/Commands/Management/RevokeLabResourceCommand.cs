using System.Management.Automation;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>Takes back what Grant-LabResource gave.</summary>
/// <example>
/// <code>Get-LabVM web01 | Revoke-LabResource -UserName LAB\bert</code>
/// Lets bert use web01 no longer.
/// </example>
[Cmdlet(VerbsSecurity.Revoke, "LabResource", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine), typeof(VMTemplate), typeof(HardwareProfile), typeof(GuestOSProfile))]
[OutputType(typeof(LibraryResource))]
public sealed class RevokeLabResourceCommand : ResourceSharingCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => About(new RevokeResource());
}
