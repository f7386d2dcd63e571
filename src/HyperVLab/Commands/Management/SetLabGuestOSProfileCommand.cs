using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using GuestOSProfile = HyperVLab.Objects.GuestOSProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Changes a guest OS profile. What was made of it stays as it is.</summary>
/// <remarks>
/// Passwords and product keys come as credentials and secure strings. What the lab keeps of them is a salted hash, by
/// which one that is given can be held against it, and never what they are: no job, script, journal or export has them.
/// </remarks>
/// <example>
/// <code>Set-LabGuestOSProfile Web -Workgroup WEB</code>
/// Puts guests into a workgroup in place of a domain.
/// </example>
[Cmdlet(VerbsCommon.Set, "LabGuestOSProfile", SupportsShouldProcess = true)]
[Alias("Set-GuestOSProfile")]
[OutputType(typeof(GuestOSProfile))]
public sealed class SetLabGuestOSProfileCommand : GuestCmdlet
{
    /// <summary>The profile.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NameCompleter<GuestOSProfileView>))]
    [ValidateNotNullOrEmpty]
    public string GuestOSProfile { get; set; } = null!;

    /// <summary>Its new name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => GuestOSProfile;

    /// <inheritdoc/>
    private protected override LabRequest Request() => Told(new SetGuestOSProfile
    {
        GuestOSProfile = VmmNames.Guest(Handle, GuestOSProfile)!.Value,
        Name = Name,
        Description = Description,
    });
}
