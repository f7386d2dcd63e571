using System.Management.Automation;
using HyperVLab.Binding;
using HyperVLab.Engine.Management;
using HyperVLab.Engine.Management.Requests;
using HyperVLab.Engine.Requests;
using GuestOSProfile = HyperVLab.Objects.GuestOSProfile;

namespace HyperVLab.Commands.Management;

/// <summary>Keeps what a guest operating system is told under a name.</summary>
/// <remarks>
/// Passwords and product keys come as credentials and secure strings. What the lab keeps of them is a salted hash, by
/// which one that is given can be held against it, and never what they are: no job, script, journal or export has them.
/// </remarks>
/// <example>
/// <code>New-LabGuestOSProfile Web -Domain lab.local -LocalAdministratorCredential (Get-Credential)</code>
/// Keeps a drawn name, a domain and a password.
/// </example>
[Cmdlet(VerbsCommon.New, "LabGuestOSProfile", SupportsShouldProcess = true)]
[Alias("New-GuestOSProfile")]
[OutputType(typeof(GuestOSProfile))]
public sealed class NewLabGuestOSProfileCommand : GuestCmdlet
{
    /// <summary>Its name.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Name { get; set; } = null!;

    /// <summary>What it is for.</summary>
    [Parameter]
    [ValidateNotNull]
    public string? Description { get; set; }

    /// <summary>The guest OS profile that it begins as.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<GuestOSProfileView>))]
    [ValidateNotNullOrEmpty]
    public string? GuestOSProfile { get; set; }

    /// <summary>The Virtual Machine Manager server. Without it, the only one of the lab.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(NameCompleter<VmmServerView>))]
    [ValidateNotNullOrEmpty]
    public string? VMMServer { get; set; }

    /// <inheritdoc/>
    private protected override string TargetName => Name;

    /// <inheritdoc/>
    private protected override LabRequest Request() => Told(new NewGuestOSProfile
    {
        Name = Name,
        Description = Description,
        GuestOSProfile = VmmNames.Guest(Handle, GuestOSProfile),
        VMMServer = VmmNames.Server(Handle, VMMServer),
    });
}
