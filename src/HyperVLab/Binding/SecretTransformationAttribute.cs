using System.Management.Automation;
using System.Security;

namespace HyperVLab.Binding;

/// <summary>Takes a secret as text too, as the real cmdlet does, and makes a SecureString of it at once.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretTransformationAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        object? value = (inputData as PSObject)?.BaseObject ?? inputData;
        if (value is null or SecureString)
        {
            return value!;
        }

        var secret = new SecureString();
        foreach (char letter in value.ToString()!)
        {
            secret.AppendChar(letter);
        }

        secret.MakeReadOnly();
        return secret;
    }
}
