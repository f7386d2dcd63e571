using HyperVLab.Engine.Hosts;
using HyperVLab.Engine.Hosts.Requests;
using HyperVLab.Engine.Requests;
using HyperVLab.Engine.Storage;

namespace HyperVLab.Engine.Tests.Management.Roles;

public sealed class AccountTests
{
    private const string Password = "correct horse";

    [Fact]
    public void An_account_signs_in_with_its_password_and_with_no_other()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        AccountView anna = Add(lab, "anna");

        Assert.Equal(anna.Key, lab.Lab.Ask(new Logon(@"LAB\anna", Password)).Number);
        Assert.Equal(anna.Key, lab.Lab.Ask(new Logon("ANNA", Password)).Number);
        foreach ((string name, string password) in
            ((string, string)[])[("anna", "correct horsf"), ("anna", ""), ("nobody", Password), ("Administrator", "")])
        {
            var refusal = Assert.Throws<LabException>(() => lab.Lab.Ask(new Logon(name, password)));
            Assert.Equal("LogonFailed", refusal.Error.Key);
        }
    }

    [Fact]
    public void The_same_password_has_another_hash_in_another_lab_and_for_another_name()
    {
        using var one = new Lab("one", 1, new MemoryDiskStore());
        using var two = new Lab("two", 2, new MemoryDiskStore());
        string[] hashes = [HashIn(one, "anna"), HashIn(one, "bert"), HashIn(two, "anna")];

        Assert.Equal(3, hashes.Distinct(StringComparer.Ordinal).Count());
        Assert.All(hashes, hash => Assert.True(SecretVerifier.IsOne(hash)));
        Assert.Equal(hashes[0], HashIn(one, "anna"));
    }

    [Fact]
    public void The_salts_of_other_secrets_are_the_labs_and_each_requests_own()
    {
        using TestLab one = ManagementLab.Create(hosts: 0);
        using TestLab same = ManagementLab.Create(hosts: 0);
        string[] salts = [SaltIn(one, "ProductKey"), SaltIn(one, "Password")];
        Assert.Equal(salts[0], SaltIn(same, "ProductKey"));
        Add(one, "anna");
        salts = [.. salts, SaltIn(one, "ProductKey")];
        using var other = new Lab("two", 2, new MemoryDiskStore());
        salts = [.. salts, Convert.ToHexString([.. other.Ask(new SecretSalt("ProductKey"))])];
        Assert.Equal(4, salts.Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" anna")]
    [InlineData("a:b")]
    [InlineData("anna.")]
    [InlineData("a name of 21 letters!")]
    public void A_name_that_the_directory_cannot_have_is_refused(string name)
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        Assert.Equal("AccountName", lab.Refused(new NewADUser { Name = name }).Error.Key);
    }

    [Fact]
    public void A_name_that_is_taken_and_a_hash_that_is_none_are_refused()
    {
        using TestLab lab = ManagementLab.Create(hosts: 0);
        Add(lab, "anna");
        Assert.Equal("AccountExists", lab.Refused(new NewADUser { Name = "ANNA" }).Error.Key);
        Assert.Equal(
            "PasswordVerifierInvalid",
            lab.Refused(new NewADUser { Name = "bert", AccountPasswordVerifier = Password }).Error.Key);
    }

    private static string SaltIn(TestLab lab, string purpose) =>
        Convert.ToHexString([.. lab.Lab.Ask(new SecretSalt(purpose))]);

    private static string HashIn(Lab lab, string name) =>
        SecretVerifier.Make(Password, [.. lab.Ask(new PasswordSalt(name))]);

    private static AccountView Add(TestLab lab, string name) =>
        lab.Make<AccountView>(new NewADUser { Name = name, AccountPasswordVerifier = HashIn(lab.Lab, name) });
}
