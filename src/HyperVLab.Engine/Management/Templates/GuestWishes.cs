using HyperVLab.Engine.Compute;
using HyperVLab.Engine.Requests;

namespace HyperVLab.Engine.Management;

/// <summary>Checks what a guest is to be told.</summary>
internal static class GuestWishes
{
    /// <summary>Refuses a name that no Windows computer has in NetBIOS; null and <c>*</c> are none.</summary>
    /// <exception cref="LabException">None has it.</exception>
    public static void DemandName(string? name)
    {
        if (name is null or TemplateSettings.AnyName)
        {
            return;
        }

        GuestRules.DemandName(name);
        if (name.Length > TemplateSettings.MaximumComputerName)
        {
            throw TemplateErrors.ComputerName.For(name, name);
        }
    }

    /// <summary>Refuses anything but a verifier where a secret belongs, without repeating it; null is none.</summary>
    /// <exception cref="LabException">It is something else.</exception>
    public static void DemandSecret(string? text, string parameter)
    {
        if (text is not null && !SecretVerifier.IsOne(text))
        {
            throw TemplateErrors.SecretInClear.For(null, parameter);
        }
    }
}
