BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    Add-LabHost VMM1 | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    Join-LabDomain lab.local -ComputerName VMM1 -Restart
    Install-LabVMMServer VMM1 | Out-Null
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    New-LabVMHostGroup 'Rack 1' | Out-Null
    New-LabVMHostGroup 'Rack 2' | Out-Null
    Add-LabVMHost HV1 -VMHostGroup 'Rack 1' | Out-Null
    Add-LabVMHost HV2 -VMHostGroup 'Rack 2' | Out-Null
    New-LabVM web01 -ComputerName HV1 | Out-Null
    New-LabVM web02 -ComputerName HV1 | Out-Null
    New-LabVM db01 -ComputerName HV2 | Out-Null

    $secret = [Net.NetworkCredential]::new('', 'Pa55phrase').SecurePassword
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabADUser' {
    It 'makes accounts, and keeps no password in clear' {
        $anna = New-LabADUser anna -AccountPassword $secret
        $anna.Name | Should -Be 'LAB\anna'
        $anna.SID | Should -Match '^S-1-5-21-'
        $anna.IsLabAdministrator | Should -BeFalse
        foreach ($name in 'bert', 'dora', 'rita', 'nora') { New-LabADUser $name | Out-Null }

        $job = Get-LabJob | Where-Object Script -Match 'anna' | Select-Object -Last 1
        $job.Script | Should -BeLike "New-LabADUser -Name anna -AccountPassword (Read-Host * -AsSecureString)"
        $file = Join-Path $TestDrive journal.json
        Export-LabJournal $file | Out-Null
        Get-Content $file -Raw | Should -Not -Match 'Pa55phrase'
    }

    It 'refuses a name that is taken or cannot be one' {
        { New-LabADUser ANNA -ErrorAction Stop } | Should -Throw '*already exists*'
        { New-LabADUser 'a/b' -ErrorAction Stop } | Should -Throw '*cannot be the name of an account*'
        { New-LabADUser carl -Server nowhere.local -ErrorAction Stop } | Should -Throw '*No domain nowhere.local*'
    }

    It 'changes nothing under -WhatIf' {
        New-LabADUser carl -WhatIf
        { Get-LabADUser 'LAB\carl' -ErrorAction Stop } | Should -Throw '*Cannot find an object*'
    }
}

Describe 'User roles' {
    It 'begin with that of the administrators' {
        $role = Get-LabUserRole
        $role.Name | Should -Be Administrator
        $role.Profile | Should -Be Administrator
        $role.Members | Should -Be 'LAB\Administrator'
        { Remove-LabUserRole Administrator -ErrorAction Stop } | Should -Throw '*belongs to its server*'
        { Set-LabUserRole Administrator -RemoveMember LAB\Administrator -ErrorAction Stop } |
            Should -Throw '*is the last member*'
    }

    It 'are made, given members, a scope and permissions, and removed' {
        New-LabUserRole 'Rack 1 admins' -UserRoleProfile DelegatedAdmin -Description 'by the door' | Out-Null
        $admins = Set-LabUserRole 'Rack 1 admins' -AddMember LAB\dora -AddScope (Get-LabVMHostGroup 'Rack 1')
        $admins.Members | Should -Be 'LAB\dora'
        $admins.Scope | Should -Be 'All Hosts\Rack 1'
        New-LabUserRole Readers -UserRoleProfile ReadOnlyAdmin |
            Set-LabUserRole -AddMember LAB\rita -AddScope 'Rack 1' | Out-Null
        $users = New-LabUserRole Users -UserRoleProfile SelfServiceUser |
            Set-LabUserRole -AddMember LAB\anna, lab\BERT -Permission Start, Stop, Checkpoint
        $users.Members | Should -Be 'LAB\anna', 'LAB\bert'
        $users.Permission | Should -Be Start, Stop, Checkpoint
        (Set-LabUserRole Users -Permission Start, Stop).Permission | Should -Be Start, Stop
        (Get-LabUserRole -UserRoleProfile SelfServiceUser).Name | Should -Be Users

        New-LabUserRole Temporary -UserRoleProfile SelfServiceUser | Remove-LabUserRole
        { Get-LabUserRole Temporary -ErrorAction Stop } | Should -Throw '*cannot find the user role Temporary*'
    }

    It 'refuse what does not fit' {
        { New-LabUserRole users -UserRoleProfile ReadOnlyAdmin -ErrorAction Stop } | Should -Throw '*already*'
        { Set-LabUserRole Users -AddMember LAB\nobody -ErrorAction Stop } | Should -Throw '*no account or group*'
        { Set-LabUserRole Users -AddMember LAB\anna -ErrorAction Stop } | Should -Throw '*a member*already*'
        { Set-LabUserRole Users -AddScope (Get-LabVM web01) -ErrorAction Stop } |
            Should -Throw '*cannot be in the scope*'
        { Set-LabUserRole Readers -Permission Start -ErrorAction Stop } | Should -Throw '*self-service users*'
        { Set-LabUserRole Users -QuotaPoint -1 -ErrorAction Stop } | Should -Throw '*quota points*'
    }

    It 'own virtual machines by their members' {
        Set-LabVM web01 -Owner LAB\anna
        $vm = Get-LabVM web01
        $vm.Owner | Should -Be 'LAB\anna'
        $vm.UserRole | Should -Be Users
        $vm.QuotaPoint | Should -Be 1
        { Set-LabVM web02 -Owner LAB\dora -UserRole Users -ErrorAction Stop } |
            Should -Throw '*no member of the user role*'
    }

    It 'have quotas that are kept to' {
        Set-LabUserRole Users -QuotaPoint 2 | Out-Null
        { Set-LabVM web01 -QuotaPoint 3 -ErrorAction Stop } | Should -Throw '*quota of the user role Users is exceeded*'
        Set-LabVM web01 -QuotaPoint 2
        { Set-LabVM web02 -Owner LAB\bert -ErrorAction Stop } | Should -Throw '*quota*exceeded*'
        { Set-LabUserRole Users -QuotaPoint 1 -ErrorAction Stop } | Should -Throw '*take 2 quota points already*'
        Set-LabUserRole Users -QuotaPerUser $true | Out-Null
        Set-LabVM web02 -Owner LAB\bert
        (Get-LabUserRole Users).QuotaPointsTaken | Should -Be 3
    }
}

Describe 'Who may what' {
    AfterEach { Exit-LabAccount }

    It 'is said by the account that signed in with its password' {
        $wrong = [pscredential]::new('LAB\anna', [Net.NetworkCredential]::new('', 'guess').SecurePassword)
        { Get-LabVMMServer VMM1 -Credential $wrong -ErrorAction Stop } | Should -Throw '*incorrect*'
        $right = [pscredential]::new('LAB\anna', $secret)
        (Get-LabVMMServer VMM1 -Credential $right -UserRoleName Users -SetAsDefault).Name | Should -Be VMM1
        { New-LabVMHostGroup 'Rack 3' -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        Exit-LabAccount
        { Enter-LabAccount LAB\nora -ErrorAction Stop } | Should -Throw '*has no user role*'
        { Enter-LabAccount LAB\anna -UserRoleName Readers -ErrorAction Stop } |
            Should -Throw '*no member of the user role*'
    }

    It 'lets a self-service user do what the role permits with machines of their own' {
        Enter-LabAccount LAB\anna
        Start-LabVM web01
        (Get-LabVM).State | Should -Be Running
        Stop-LabVM web01 -TurnOff
        { Checkpoint-LabVM web01 -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        (Get-LabJob).Account | Select-Object -Unique | Should -Be 'LAB\anna'
        (Get-LabJob | Select-Object -Last 1).Script | Should -Be 'Stop-LabVM -Name web01 -TurnOff'
    }

    It 'hides from them what is not theirs' {
        $web02 = Get-LabVM web02
        Enter-LabAccount LAB\anna
        (Get-LabVM).Name | Should -Be web01
        (Get-LabVM).ComputerName | Should -Be '***'
        Get-LabVMHost | Should -BeNullOrEmpty
        Get-LabVMHostGroup | Should -BeNullOrEmpty
        Get-LabEvent | Should -BeNullOrEmpty
        (Get-LabUserRole).Name | Should -Be Users
        { Start-LabVM web02 -ErrorAction Stop } | Should -Throw '*unable to find a virtual machine*web02*'
        { Start-LabVM -VM $web02 -ErrorAction Stop } | Should -Throw '*unable to find a virtual machine*'
        { Test-LabConnection HV1 -ErrorAction Stop } | Should -Throw
        { Export-LabJournal (Join-Path $TestDrive all.json) -ErrorAction Stop } | Should -Throw '*required permission*'
        { Export-Lab (Join-Path $TestDrive all) -ErrorAction Stop } | Should -Throw '*required permission*'
        $names = [System.Management.Automation.CommandCompletion]::CompleteInput('Start-LabVM ', 12, $null)
        $names.CompletionMatches.CompletionText | Should -Be web01
    }

    It 'lets a delegated administrator do all in the scope and nothing elsewhere' {
        $db01 = Get-LabVM db01
        Enter-LabAccount LAB\dora
        (Get-LabVMHost).Name | Should -Be HV1
        (Get-LabVM).Name | Should -Be web01, web02
        (Get-LabVMHostGroup).Path | Should -Be '***\Rack 1'
        (Get-LabVM web01).Owner | Should -Be 'LAB\anna'
        Set-LabVM web02 -Notes 'seen by dora'
        New-LabVM app01 -ComputerName HV1 | Out-Null
        New-LabVMHostGroup 'Shelf 1' -ParentHostGroup 'Rack 1' | Out-Null
        { Start-LabVM -VM $db01 -ErrorAction Stop } | Should -Throw '*unable to find a virtual machine*'
        { New-LabVMHostGroup 'Rack 3' -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        { Add-LabHost HV9 -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
    }

    It 'lets a delegated administrator make roles below the own one' {
        Enter-LabAccount LAB\dora
        $role = New-LabUserRole 'Rack 1 web' -UserRoleProfile SelfServiceUser -ParentUserRole 'Rack 1 admins' |
            Set-LabUserRole -AddMember LAB\nora -AddScope 'Rack 1' -Permission Start
        $role.ParentUserRole | Should -Be 'Rack 1 admins'
        { Set-LabUserRole 'Rack 1 web' -AddScope 'Rack 2' -ErrorAction Stop } | Should -Throw '*cannot find*Rack 2*'
        { New-LabUserRole Own -UserRoleProfile ReadOnlyAdmin -ErrorAction Stop } |
            Should -Throw '*do not have the required permission*'
        { Set-LabUserRole Users -Permission Start -ErrorAction Stop } |
            Should -Throw '*do not have the required permission*'
        Remove-LabUserRole 'Rack 1 web'
    }

    It 'lets a read-only administrator change nothing' {
        Enter-LabAccount LAB\rita
        (Get-LabVM).Name | Should -Be web01, web02, app01
        (Get-LabVMHost).Name | Should -Be HV1
        { Start-LabVM web02 -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        { Set-LabVMHostGroup 'Rack 1' -Name X -ErrorAction Stop } |
            Should -Throw '*do not have the required permission*'
    }

    It 'is the administrator again after Exit-LabAccount' {
        Enter-LabAccount LAB\rita
        Exit-LabAccount
        (Set-LabVMHostGroup 'Rack 1' -Description 'by the door').Description | Should -Be 'by the door'
    }
}

Describe 'Passwords' {
    It 'make the same journal in each lab of one seed' {
        $hashes = foreach ($name in 'First', 'Second') {
            New-Lab $name -Seed 11 | Out-Null
            try {
                Add-LabHost VMM1 -Lab $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
                Join-LabDomain lab.local -ComputerName VMM1 -Restart -Lab $name
                Install-LabVMMServer VMM1 -Lab $name | Out-Null
                New-LabADUser anna -AccountPassword $secret -Lab $name | Out-Null
                $admin = [pscredential]::new('Administrator', $secret)
                New-LabGuestOSProfile Web -LocalAdministratorCredential $admin `
                    -ProductKey AAAAA-BBBBB-CCCCC-DDDDD-EEEEE -Lab $name | Out-Null
                (Get-Lab $name).JournalHash
            }
            finally { Remove-Lab $name }
        }

        $hashes[0] | Should -Be $hashes[1]
    }
}

Describe 'Get-LabAuditRecord' {
    AfterEach { Exit-LabAccount }

    It 'tells who asked for what, from where, and what came of it' {
        $record = Get-LabAuditRecord LAB\anna -Request StartVM | Where-Object IsAccepted | Select-Object -Last 1
        $record.ComputerName | Should -Be ADMIN1
        $record.Script | Should -Be 'Start-LabVM -Name web01'
        $record.Changed | Should -Be web01
        (Get-LabJob $record.JobId).Account | Should -Be 'LAB\anna'
    }

    It 'has the refusals with their times' {
        $refused = Get-LabAuditRecord -Account LAB\rita -Refused | Select-Object -First 1
        $refused.Refusal | Should -Be AccessDenied
        $refused.Time | Should -BeGreaterThan ([timespan]::Zero)
        $refused.JobId | Should -BeNullOrEmpty
        @(Get-LabAuditRecord -Newest 3).Count | Should -Be 3
    }

    It 'shows a user what he asked for himself' {
        Enter-LabAccount LAB\anna
        (Get-LabAuditRecord).Account | Select-Object -Unique | Should -Be 'LAB\anna'
    }

    It 'is the same in a lab that was exported and imported' {
        $before = Get-LabAuditRecord | Select-Object Id, Time, Account, Script, Refusal, Changed | ConvertTo-Json
        Export-Lab (Join-Path $TestDrive kept) | Out-Null
        Import-Lab (Join-Path $TestDrive kept) -Name Again | Out-Null
        try {
            Get-LabAuditRecord -Lab Again | Select-Object Id, Time, Account, Script, Refusal, Changed | ConvertTo-Json |
                Should -Be $before
        }
        finally { Remove-Lab Again }
    }
}
