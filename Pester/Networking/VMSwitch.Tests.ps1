BeforeAll {
    Import-Module $PSScriptRoot/../../HyperVLab.psd1
    New-Lab | Out-Null
    foreach ($name in 'HV1', 'HV2') {
        Add-LabHost $name | Install-LabOperatingSystem -Edition HyperVServer2008R2
        Enable-LabRemoteManagement $name
        Join-LabDomain lab.local -ComputerName $name -Restart
    }
    $script:one = 'Local Area Connection'
    $script:two = 'Local Area Connection 2'
    $script:command = 'HyperVLab.Commands.Networking'
}

AfterAll { Remove-Lab Lab }

Describe 'New-LabVMSwitch' {
    It 'changes nothing under -WhatIf' {
        $before = (Get-Lab).JournalHash
        New-LabVMSwitch VMs -NetAdapterName $two -ComputerName HV1 -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
    }

    It 'takes an adapter of each host' {
        $made = New-LabVMSwitch VMs -NetAdapterName $two -AllowManagementOS $false -ComputerName HV1, HV2
        $made.ComputerName | Should -Be 'HV1', 'HV2'
        $made[0].SwitchType | Should -Be 'External'
        $made[0].NetAdapterInterfaceDescription | Should -BeLike '*#2'
        $made[0].AllowManagementOS | Should -BeFalse
        (Get-LabNetAdapter $two -ComputerName HV1).VMSwitchName | Should -Be 'VMs'
    }

    It 'refuses two adapters for one switch and names the bond as the way' {
        $refused = { New-LabVMSwitch Other -NetAdapterName $one, $two -ComputerName HV1 -ErrorAction Stop }
        $refused | Should -Throw -ErrorId "InvalidParameter,$command.NewLabVMSwitchCommand"
        $refused | Should -Throw '*2008 R2 has no teaming*New-LabNetAdapterBond*'
    }

    It 'takes a bond' {
        Remove-LabVMSwitch VMs -ComputerName HV2
        New-LabNetAdapterBond Team1 -TeamMembers $one, $two -ComputerName HV2 | Out-Null
        New-LabVMSwitch VMs -NetAdapterName Team1 -ComputerName HV2 | Out-Null
        (Get-LabVMSwitch VMs -ComputerName HV2).NetAdapterInterfaceDescription | Should -Be 'BASP Virtual Adapter'
        Test-LabConnection HV2 -Quiet | Should -BeTrue
    }

    It 'refuses a name that the host has, and asks which host is meant' {
        { New-LabVMSwitch vms -SwitchType Private -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$command.NewLabVMSwitchCommand"
        { New-LabVMSwitch Inside -SwitchType Private -ErrorAction Stop } | Should -Throw '*HV1, HV2*'
        { New-LabVMSwitch Inside -SwitchType External -ComputerName HV1 } | Should -Throw
    }
}

Describe 'Get-LabVMSwitch' {
    It 'finds switches by name, id, type and host' {
        Get-LabVMSwitch | Should -HaveCount 2
        $switch = Get-LabVMSwitch VMs -ComputerName HV1
        ($switch.Id | Get-LabVMSwitch).ComputerName | Should -Be 'HV1'
        Get-LabVMSwitch -SwitchType Private | Should -BeNullOrEmpty
        Get-LabVMSwitch none* | Should -BeNullOrEmpty
    }

    It 'gives the real error for an unknown name' {
        $unknown = $null
        Get-LabVMSwitch none -ErrorVariable unknown -ErrorAction SilentlyContinue
        $unknown.FullyQualifiedErrorId | Should -Be "InvalidParameter,$command.GetLabVMSwitchCommand"
        $unknown.CategoryInfo.Category | Should -Be 'InvalidArgument'
    }

    It 'has the real default columns' {
        Get-LabVMSwitch VMs -ComputerName HV1 | Out-String |
            Should -Match 'Name\s+SwitchType\s+NetAdapterInterfaceDescription'
    }
}

Describe 'Set-LabVMSwitch' {
    It 'changes notes, sharing and type' {
        $switch = Get-LabVMSwitch VMs -ComputerName HV1
        $switch | Set-LabVMSwitch -Notes 'guests'
        (Set-LabVMSwitch VMs -ComputerName HV1 -AllowManagementOS $true -Passthru).AllowManagementOS | Should -BeTrue
        Get-LabNetAdapter -ComputerName HV1 | Should -HaveCount 3
        Set-LabVMSwitch VMs -ComputerName HV1 -SwitchType Private
        $switch.SwitchType | Should -Be 'Private'
        $switch.Notes | Should -Be 'guests'
        $switch | Set-LabVMSwitch -NetAdapterName $two
        $switch.SwitchType | Should -Be 'External'
    }

    It 'changes nothing under -WhatIf and refuses what says nothing' {
        $before = (Get-Lab).JournalHash
        Set-LabVMSwitch VMs -Notes other -WhatIf
        (Get-Lab).JournalHash | Should -Be $before
        { Set-LabVMSwitch VMs -ComputerName HV1 -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$command.SetLabVMSwitchCommand"
    }
}

Describe 'Rename-LabVMSwitch and Remove-LabVMSwitch' {
    It 'rename the switch of one host' {
        { Rename-LabVMSwitch VMs -NewName Guests -ErrorAction Stop } | Should -Throw '*HV1, HV2*'
        Rename-LabVMSwitch VMs -NewName Guests -ComputerName HV1 -WhatIf
        (Rename-LabVMSwitch VMs -NewName Guests -ComputerName HV1 -Passthru).Name | Should -Be 'Guests'
    }

    It 'remove switches from the pipeline' {
        $switch = Get-LabVMSwitch Guests
        $switch | Remove-LabVMSwitch -WhatIf
        $switch.IsDeleted | Should -BeFalse
        $switch | Remove-LabVMSwitch
        $switch.IsDeleted | Should -BeTrue
        'VMs' | Remove-LabVMSwitch
        Get-LabVMSwitch | Should -BeNullOrEmpty
        { Remove-LabVMSwitch VMs -ErrorAction Stop } |
            Should -Throw -ErrorId "InvalidParameter,$command.RemoveLabVMSwitchCommand"
    }
}
