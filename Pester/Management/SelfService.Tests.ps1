BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'VMM1', 'LIB1') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition WindowsServer2008R2Standard
    }
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name -LocalDiskSizeBytes 500GB | Install-LabOperatingSystem -Edition HyperVServer2008R2
    }
    foreach ($name in 'LIB1', 'HV1', 'HV2') { Enable-LabRemoteManagement $name }
    foreach ($name in 'VMM1', 'LIB1', 'HV1', 'HV2') { Join-LabDomain lab.local -ComputerName $name -Restart }
    Install-LabVMMServer VMM1 | Out-Null
    Add-LabLibraryServer LIB1 | Out-Null
    New-LabSmbShare Library C:\Library -ComputerName LIB1 | Out-Null
    Add-LabLibraryShare \\LIB1\Library | Out-Null
    New-LabVMHostGroup Web | Out-Null
    Add-LabVMHost HV1 -VMHostGroup Web | Out-Null
    Add-LabVMHost HV2 | Out-Null
    foreach ($name in 'gold', 'silver') {
        New-LabVM $name -ComputerName HV1 -NewVHDPath "C:\Gold\$name.vhd" -NewVHDSizeBytes 10GB | Out-Null
        Install-LabGuestOS $name -OperatingSystem 'Windows Server 2008 R2 Enterprise'
        New-LabVMTemplate $name -VM $name -SharePath \\LIB1\Library | Out-Null
    }
    New-LabVM payroll -ComputerName HV1 -NewVHDPath C:\Payroll\payroll.vhd -NewVHDSizeBytes 10GB | Out-Null
    foreach ($name in 'anna', 'bert', 'carl') { New-LabADUser $name | Out-Null }
    New-LabUserRole Web -UserRoleProfile SelfServiceUser |
        Set-LabUserRole -AddMember LAB\anna, LAB\bert -AddScope (Get-LabVMHostGroup Web), (Get-LabVMTemplate gold) `
            -Permission CreateFromVHDOrTemplate, Start, Stop, Checkpoint, Remove, CanShare, CanReceive -QuotaPoint 2 `
            -QuotaPerUser $true | Out-Null
    New-LabUserRole Guests -UserRoleProfile SelfServiceUser |
        Set-LabUserRole -AddMember LAB\carl -Permission Start | Out-Null
}

AfterAll { Remove-Lab Lab }

Describe 'A self-service user''s day' {
    BeforeEach { Enter-LabAccount LAB\anna }
    AfterEach { Exit-LabAccount }

    It 'begins with nothing but what the role offers' {
        Get-LabVM | Should -BeNullOrEmpty
        (Get-LabVMTemplate).Name | Should -Be gold
        (Get-LabVMHost).Name | Should -Be HV1
        (Get-LabUserRole).QuotaPoint | Should -Be 2
    }

    It 'makes machines of an allowed template until the quota ends it' {
        $web01 = New-LabVirtualMachine web01 -VMTemplate gold -VMHost HV1
        $web01.Owner, $web01.UserRole | Should -Be 'LAB\anna', 'Web'
        (New-LabVirtualMachine web02 -VMTemplate gold).VirtualMachineState | Should -Be PowerOff
        { New-LabVirtualMachine web03 -VMTemplate gold -VMHost HV1 -ErrorAction Stop } |
            Should -Throw '*quota of the user role Web is exceeded: 2 of its 2*'
        (Get-LabVM).Name | Should -Be web01, web02
    }

    It 'is refused other templates and hosts as if they were not there' {
        { New-LabVirtualMachine web03 -VMTemplate silver -VMHost HV1 -ErrorAction Stop } |
            Should -Throw '*cannot find*silver*'
        { New-LabVirtualMachine web03 -VMTemplate gold -VMHost HV2 -ErrorAction Stop } | Should -Throw '*HV2*'
    }

    It 'starts, checkpoints, restores and stops' {
        Start-LabVM web01
        Checkpoint-LabVM web01 -SnapshotName before
        Stop-LabVM web01 -TurnOff
        Get-LabVMSnapshot web01 | Restore-LabVMSnapshot
        (Get-LabVM web01).State | Should -BeIn Saved, Running, Off
        Get-LabVMSnapshot web01 | Remove-LabVMSnapshot
        { Suspend-LabVM web01 -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        { Set-LabVM web01 -Notes mine -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
    }

    It 'names nothing of others, whatever is tried' {
        $messages = foreach ($try in
            { Start-LabVM payroll -ErrorAction Stop }, { Remove-LabVM payroll -Force -ErrorAction Stop },
            { Get-LabVM web01 | Move-LabVM -DestinationHost HV2 -ErrorAction Stop },
            { New-LabVirtualMachine payroll2 -VM payroll -VMHost HV1 -ErrorAction Stop },
            { Add-LabVMHardDiskDrive web01 -Path C:\Payroll\payroll.vhd -ErrorAction Stop }) {
            try { & $try; 'let in' } catch { "$_" }
        }
        $messages | Should -HaveCount 5
        $messages | Should -Not -Contain 'let in'
        ($messages -join ' ') -replace 'payroll2?|C:\\Payroll\\payroll.vhd|HV2' | Should -Not -Match 'silver|LIB1|VMM1'
    }

    It 'removes one, which gives its point back' {
        Stop-LabVM web02 -TurnOff -ErrorAction SilentlyContinue
        Remove-LabVM web02 -Force
        (Get-LabUserRole).QuotaPointsTaken | Should -Be 1
        New-LabVirtualMachine web03 -VMTemplate gold -VMHost HV1 | Out-Null
    }
}

Describe 'Sharing' {
    AfterEach { Exit-LabAccount }

    It 'lets a colleague use a machine, and only that' {
        Enter-LabAccount LAB\anna
        $web01 = Get-LabVM web01 | Grant-LabResource -UserName LAB\bert
        $web01.GrantedToList | Should -Be 'LAB\bert'
        { Get-LabVM web01 | Grant-LabResource -UserName LAB\bert -ErrorAction Stop } | Should -Throw '*shared*already*'
        Enter-LabAccount LAB\bert
        (Get-LabVM).Name | Should -Be web01
        if ((Get-LabVM web01).State -ne 'Running') { Start-LabVM web01 }
        (Get-LabUserRole).QuotaPointsTaken | Should -Be 2
        { Get-LabVM web01 | Grant-LabResource -UserName LAB\anna -ErrorAction Stop } |
            Should -Throw '*do not have the required permission*'
        (New-LabVirtualMachine web11 -VMTemplate gold -VMHost HV1).Owner | Should -Be 'LAB\bert'
    }

    It 'ends when it is taken back' {
        Enter-LabAccount LAB\anna
        Get-LabVM web01 | Revoke-LabResource -UserName LAB\bert | Out-Null
        { Get-LabVM web01 | Revoke-LabResource -UserName LAB\bert -ErrorAction Stop } | Should -Throw '*not shared*'
        Enter-LabAccount LAB\bert
        (Get-LabVM).Name | Should -Be web11
    }

    It 'is for those whose role may receive' {
        Grant-LabResource -Resource (Get-LabVMTemplate silver) -UserRoleName Web -WhatIf
        { Get-LabVM payroll | Grant-LabResource -UserName LAB\carl -ErrorAction Stop } |
            Should -Throw '*Guests does not let its members receive*'
        { Get-LabVM payroll | Grant-LabResource -UserName LAB\carl -UserRoleName Web -ErrorAction Stop } |
            Should -Throw '*no member of the user role Web*'
        { Get-LabVMHost HV1 | Grant-LabResource -UserRoleName Web -ErrorAction Stop } | Should -Throw '*can be shared*'
    }

    It 'gives a template of the administrator to all members of a role' {
        Get-LabVMTemplate silver | Grant-LabResource -UserRoleName Web | Out-Null
        Enter-LabAccount LAB\bert
        (Get-LabVMTemplate).Name | Should -Be gold, silver
        { Remove-LabVMTemplate silver -ErrorAction Stop } | Should -Throw '*do not have the required permission*'
        (New-LabVirtualMachine web12 -VMTemplate silver -VMHost HV1).Owner | Should -Be 'LAB\bert'
    }
}
