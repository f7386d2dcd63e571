using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Commands.Management;

/// <summary>Removes a guest OS profile. What was made of it stays.</summary>
/// <example>
/// <code>Remove-LabGuestOSProfile Large</code>
/// Removes a guest OS profile.
/// </example>
[Cmdlet(VerbsCommon.Remove, "LabGuestOSProfile", SupportsShouldProcess = true)]
[Alias("Remove-GuestOSProfile")]
[OutputType(typeof(void))]
public sealed class RemoveLabGuestOSProfileCommand : VmmRequestCmdlet
{
    /// <summary>The profile.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<GuestOSProfileView>))]
    [ValidateNotNullOrEmpty]
    public string GuestOSProfile { get; set; } = null!;

    /// <inheritdoc/>
    private protected override string TargetName => GuestOSProfile;

    /// <inheritdoc/>
    private protected override LabRequest Request() => new RemoveGuestOSProfile
    {
        GuestOSProfile = VmmNames.Guest(Handle, GuestOSProfile)!.Value,
    };
}
