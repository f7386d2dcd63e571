using System.Management.Automation;
using HyperVLab.Engine.Management.Roles.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Objects;

namespace HyperVLab.Commands.Management;

/// <summary>
/// Lets other self-service users use a virtual machine, a template, a profile or a file of the library.
/// </summary>
/// <remarks>
/// Who owns a thing shares it where a role of theirs permits CanShare; those who get it need CanReceive, and do with it
/// what their role permits. It stays its owner's, and takes the owner's quota. Administrators share what they manage.
/// </remarks>
/// <example>
/// <code>Get-LabVM web01 | Grant-LabResource -UserName LAB\bert</code>
/// Lets bert use web01 by the role of self-service users that he has.
/// </example>
/// <example>
/// <code>Get-LabVMTemplate Web | Grant-LabResource -UserRoleName 'Web team'</code>
/// Lets all members of a role make machines of a template.
/// </example>
[Cmdlet(VerbsSecurity.Grant, "LabResource", SupportsShouldProcess = true)]
[OutputType(typeof(VirtualMachine), typeof(VMTemplate), typeof(HardwareProfile), typeof(GuestOSProfile))]
[OutputType(typeof(LibraryResource))]
public sealed class GrantLabResourceCommand : ResourceSharingCmdlet
{
    /// <inheritdoc/>
    private protected override LabRequest Request() => About(new GrantResource());
}
